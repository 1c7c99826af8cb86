package io.beforehand.notification.request;

import org.jspecify.annotations.Nullable;

/**
 * What a customer has not been told of his request yet.
 *
 * @param stage where it stands now; null if he knows, or need not
 * @param owner who has it now; null if he knows, or nobody has it
 * @param owed whether he is owed word even if nothing changed
 */
public record News(@Nullable Stage stage, @Nullable String owner, boolean owed) {

    public static final News NONE = new News(null, null, false);

    /** Whether it stands open again after he was told that it was over. */
    public boolean reopened() {
        return stage == Stage.OPEN;
    }
}
