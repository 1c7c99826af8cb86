package io.beforehand.notification.update;

import io.beforehand.notification.acknowledgement.AcknowledgementConfig;
import io.beforehand.notification.template.Templates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives out {@link UpdateMessages} in the wording of the moment. */
@ApplicationScoped
public class UpdateDesk {

    private final Templates templates;
    private final AcknowledgementConfig config;

    UpdateDesk(Templates templates, AcknowledgementConfig config) {
        this.templates = templates;
        this.config = config;
    }

    public Uni<UpdateMessages> now() {
        return templates.wording().map(wording -> new UpdateMessages(new UpdateText(wording, config.zone())));
    }
}
