package io.beforehand.notification.request;

import io.beforehand.events.Owner;
import io.beforehand.notification.mail.MailThreadJson;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Requests as the columns of their table, one array each. */
record RequestColumns(List<RequestState> states) {

    /** In the order in which {@link RequestStore} stores them. */
    List<Object> all() {
        return List.of(
                texts(RequestState::id),
                column(state -> (short) state.partition(), Short[]::new),
                texts(state -> state.correspondence().number()),
                texts(state -> state.correspondence().channel().wireName()),
                texts(state -> state.correspondence().account()),
                texts(state -> state.correspondence().conversation()),
                texts(state -> state.correspondence().address()),
                texts(state -> state.correspondence().language().tag()),
                texts(state -> MailThreadJson.write(state.correspondence().thread())),
                column(state -> state.correspondence().automatic(), Boolean[]::new),
                times(state -> state.outlook().promise() instanceof Promise.By(Instant due) ? due : null),
                column(state -> state.outlook().promise() instanceof Promise.Over, Boolean[]::new),
                texts(state -> state.outlook().handling() instanceof Handling.Owned(String name) ? name : null),
                column(RequestColumns::position, Integer[]::new),
                column(RequestColumns::wait, Long[]::new),
                times(state ->
                        state.acknowledgement() instanceof Acknowledgement.Waiting(Instant until) ? until : null),
                times(state -> state.acknowledgement() instanceof Acknowledgement.Written(Instant at) ? at : null),
                texts(state -> state.updates().stage().wireName()),
                texts(state -> state.updates().told().stage().wireName()),
                texts(state -> state.updates().told().owner()),
                column(state -> state.updates().owed(), Boolean[]::new),
                times(state -> state.updates().waitsUntil()),
                column(state -> state.updates().count(), Integer[]::new),
                column(state -> state.progress().of(Owner.REQUESTS), Long[]::new),
                column(state -> state.progress().of(Owner.ROUTING), Long[]::new),
                column(state -> state.progress().of(Owner.SLA), Long[]::new));
    }

    private static @Nullable Integer position(RequestState state) {
        return switch (state.outlook().handling()) {
            case Handling.Unknown _, Handling.Owned _ -> null;
            case Handling.Queued(int position) -> position;
            case Handling.QueuedFor queued -> queued.position();
        };
    }

    private static @Nullable Long wait(RequestState state) {
        return state.outlook().handling() instanceof Handling.QueuedFor(int _, Duration wait) ? wait.toMillis() : null;
    }

    private @Nullable String[] texts(Function<RequestState, @Nullable String> value) {
        return column(value, String[]::new);
    }

    private @Nullable OffsetDateTime[] times(Function<RequestState, @Nullable Instant> value) {
        return column(
                state -> {
                    Instant moment = value.apply(state);
                    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
                },
                OffsetDateTime[]::new);
    }

    private <T> @Nullable T[] column(Function<RequestState, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return states.stream().map(value).toArray(array);
    }
}
