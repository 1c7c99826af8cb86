package io.beforehand.intake.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.intake.ingest.CloudEvent.Data;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.request.core.EventKey;
import io.beforehand.intake.request.core.Fingerprint;
import io.beforehand.intake.request.core.Identity;
import io.beforehand.intake.request.core.Submission;

/** Turns events into submissions. A type that is not ours is passed over, whatever its data; ours must fit. */
final class Submissions {

    private Submissions() {}

    static Submission of(CloudEvent event, Defaults defaults) {
        Data data = event.resolved();
        Fingerprint fingerprint = Fingerprints.of(event, data);
        return new Submission(
                new Identity.Named(new EventKey(event.source(), event.id()), fingerprint),
                event.time(),
                command(event, data, defaults));
    }

    private static Command command(CloudEvent event, Data data, Defaults defaults) {
        return switch (event.type()) {
            case "io.beforehand.message.received" -> Commands.customerMessage(fields(event, data), defaults);
            case "io.beforehand.reply.sent" -> Commands.replySent(fields(event, data));
            case "io.beforehand.status.changed" -> Commands.statusChanged(fields(event, data));
            case "io.beforehand.request.changed" -> Commands.requestChanged(fields(event, data));
            default -> new Command.PassOver();
        };
    }

    private static Fields fields(CloudEvent event, Data data) {
        String path = event.place().isEmpty() ? "data" : event.place() + ".data";
        return switch (data) {
            case Data.Json(JsonNode value) -> Fields.of(value, path);
            case Data.None() -> throw ProblemException.invalidField(path, "must be an object");
            case Data.Bytes _ ->
                throw new ProblemException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "data of this type must be JSON");
        };
    }
}
