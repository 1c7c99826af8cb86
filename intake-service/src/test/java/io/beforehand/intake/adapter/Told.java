package io.beforehand.intake.adapter;

import java.util.Optional;

/** What events amount to, in the words of the examples. */
final class Told {

    private Told() {}

    static String action(ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Said _ -> "create_or_append";
            case ChannelEvent.Mailed mailed -> "create_or_append";
            case ChannelEvent.Edited _ -> "amend";
            case ChannelEvent.Deleted _ -> "retract";
            case ChannelEvent.Answered _,
                    ChannelEvent.Echoed _,
                    ChannelEvent.CallMissed _,
                    ChannelEvent.CallNoted _,
                    ChannelEvent.StatusTold _ -> "record_event";
            case ChannelEvent.Receipt receipt ->
                switch (receipt.state()) {
                    case "bounced-hard" -> "hard_bounce";
                    case "bounced-soft" -> "soft_bounce";
                    default -> "update_delivery";
                };
            case ChannelEvent.OptedOut _ -> "stop_contact";
            case ChannelEvent.IdentityChanged _ -> "merge_identity";
            case ChannelEvent.PageAnswered _ -> "oncall_sync";
            // For whoever wants to be written to again the examples have no word: it is nothing to any request.
            case ChannelEvent.OptedIn _, ChannelEvent.PassedOver _ -> "ignore";
        };
    }

    /** Whom it is about, where the event says. */
    static Optional<String> customer(ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Said said -> Optional.of(said.customer().id());
            case ChannelEvent.Mailed mailed -> Optional.of(mailed.mail().from().address());
            case ChannelEvent.OptedOut out -> Optional.of(out.address());
            case ChannelEvent.OptedIn in -> Optional.of(in.address());
            case ChannelEvent.IdentityChanged changed -> Optional.of(changed.from());
            case ChannelEvent.CallMissed missed ->
                Optional.ofNullable(missed.caller()).map(io.beforehand.events.Customer::id);
            case ChannelEvent.Edited _,
                    ChannelEvent.Deleted _,
                    ChannelEvent.Answered _,
                    ChannelEvent.Echoed _,
                    ChannelEvent.Receipt _,
                    ChannelEvent.CallNoted _,
                    ChannelEvent.StatusTold _,
                    ChannelEvent.PageAnswered _,
                    ChannelEvent.PassedOver _ -> Optional.empty();
        };
    }

    static Optional<String> amends(ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Edited edited -> Optional.of(edited.amends());
            case ChannelEvent.Deleted deleted -> Optional.of(deleted.retracts());
            default -> Optional.empty();
        };
    }

    static Optional<String> state(ChannelEvent event) {
        return event instanceof ChannelEvent.Receipt receipt ? Optional.of(receipt.state()) : Optional.empty();
    }
}
