package io.beforehand.notification.request;

import io.beforehand.events.Channel;
import io.beforehand.events.Owner;
import io.beforehand.events.StreamProgress;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.mail.MailThreadJson;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Reads a request from its row. */
final class RequestRow {

    private final Row row;

    private RequestRow(Row row) {
        this.row = row;
    }

    static RequestState read(Row row) {
        return new RequestRow(row).state();
    }

    private RequestState state() {
        Correspondence correspondence = new Correspondence(
                row.getString("number"),
                Channel.of(row.getString("channel")),
                row.getString("account"),
                row.getString("conversation"),
                row.getString("address"),
                Language.of(row.getString("language"), Language.ENGLISH),
                MailThreadJson.read(row.getString("mail_thread")),
                row.getBoolean("automatic"));
        return new RequestState(
                row.getString("id"),
                row.getShort("partition"),
                correspondence,
                new Outlook(promise(), handling()),
                acknowledgement(correspondence.automatic() || correspondence.isForgotten()),
                updates(),
                new StreamProgress(Map.of(
                        Owner.REQUESTS, row.getLong("requests_seq"),
                        Owner.ROUTING, row.getLong("routing_seq"),
                        Owner.SLA, row.getLong("sla_seq"))));
    }

    private Acknowledgement acknowledgement(boolean withheld) {
        if (withheld) {
            return new Acknowledgement.Withheld();
        }
        return instant("acknowledge_by")
                .<Acknowledgement>map(Acknowledgement.Waiting::new)
                .orElseGet(() ->
                        new Acknowledgement.Written(instant("acknowledged_at").orElse(Instant.EPOCH)));
    }

    private Updates updates() {
        return new Updates(
                Stage.parse(row.getString("stage")),
                new Told(Stage.parse(row.getString("told_stage")), row.getString("told_owner")),
                row.getBoolean("update_owed"),
                instant("update_waits_until").orElse(null),
                row.getInteger("update_count"));
    }

    private Promise promise() {
        if (row.getBoolean("first_response_over")) {
            return new Promise.Over();
        }
        return instant("first_response_due").<Promise>map(Promise.By::new).orElseGet(Promise.Unknown::new);
    }

    private Handling handling() {
        String owner = row.getString("owner_name");
        if (owner != null) {
            return new Handling.Owned(owner);
        }
        Integer position = row.getInteger("queue_position");
        if (position == null) {
            return new Handling.Unknown();
        }
        Long wait = row.getLong("expected_wait_millis");
        return Handling.queued(position, wait == null ? null : Duration.ofMillis(wait));
    }

    private Optional<Instant> instant(String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
