package io.beforehand.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One event of every type, with every field filled; the golden files are what they look like on the wire. */
final class Samples {

    static final String REQUEST = "0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b";
    static final Instant TIME = Instant.parse("2026-03-02T09:30:00.123Z");
    static final TraceContext TRACE = new TraceContext("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    private static final Customer CUSTOMER =
            new Customer("C-1001", "王小明", "vip", "zh-CN", "wang@example.com", "Asia/Shanghai");
    private static final ClockRef CLOCK = ClockRef.of(REQUEST, Metric.FIRST_RESPONSE, 1);
    private static final Instant DUE = Instant.parse("2026-03-02T10:30:00Z");

    static final List<Event> ALL = List.of(
            new RequestEvent.RequestOpened(
                    "R-1042",
                    Priority.URGENT,
                    "vip",
                    "billing",
                    "finance",
                    Channel.CHAT,
                    "default",
                    "conv-77",
                    "退款",
                    CUSTOMER,
                    "m-1",
                    "订单 20180405 还没有发货 😡",
                    TIME,
                    new Mail("a2@mail.example.com", List.of("a1@mail.example.com"), "mfrggzdfmztwq2lk", false)),
            new RequestEvent.CustomerMessaged(
                    "m-2", "Hello?", TIME, new Mail("a3@mail.example.com", List.of(), "mfrggzdfmztwq2lk", true)),
            new RequestEvent.ReplySent(
                    "m-3", new Author(AuthorKind.AGENT, "ada", "Ada"), Visibility.PUBLIC, "On its way.", true, TIME),
            new RequestEvent.StatusChanged(RequestStatus.OPEN, RequestStatus.ON_HOLD, "spare part", Party.SUPPLIER),
            new RequestEvent.RequestChanged(Priority.HIGH, "gold", "repair", "field"),
            new RequestEvent.MessageAmended("m-2", "Hello!"),
            new RequestEvent.MessageRetracted("m-2"),
            new RequestEvent.CustomerMerged("C-1000", CUSTOMER),
            new RequestEvent.CustomerForgotten("forgotten-5f0c6a0e-9d5b-4c52-8a54-0f0d9f3f7a10"),
            new RequestEvent.ReceiptReceived("d-1", "read"),
            new RequestEvent.ContactOptedOut(Channel.SMS, "default", "+15550100"),
            new RequestEvent.ContactOptedIn(Channel.SMS, "default", "+15550100"),
            new RequestEvent.PageAnswered("a-1", "grace"),
            new RoutingEvent.RequestQueued("finance", 3, Duration.ofMinutes(7)),
            new RoutingEvent.RequestAssigned("ada", "Ada", "finance", 0.75, Map.of("skill", 0.75), "best-score"),
            new RoutingEvent.RequestTransferred("ada", "grace", "Grace", "finance", "needs-approval"),
            new RoutingEvent.RequestReleased("grace", "resolved"),
            new RoutingEvent.QueueMoved("finance", 1, Duration.ofMinutes(2)),
            new SlaEvent.ClockStarted(CLOCK, TIME, DUE, Duration.ofHours(1), "urgent", 1, "always", 1),
            new SlaEvent.ClockPaused(CLOCK, TIME, Duration.ofMinutes(12), "pending"),
            new SlaEvent.ClockResumed(CLOCK, TIME, DUE),
            new SlaEvent.ClockMet(CLOCK, TIME, DUE, false),
            new SlaEvent.ClockCancelled(CLOCK, TIME, "policy-has-no-goal"),
            new SlaEvent.WarningRaised(CLOCK, "75%", DUE, Duration.ofMinutes(15), false),
            new SlaEvent.BreachForecast(CLOCK, DUE, DUE.plusSeconds(300), false),
            new SlaEvent.DeadlineBreached(CLOCK, DUE, Duration.ofMillis(3), true),
            new SlaEvent.BreachEscalated(
                    ClockRef.of(REQUEST, Metric.RESOLUTION, 1), 2, "30m after", DUE, Duration.ofMinutes(31)),
            new SlaEvent.WarningWithdrawn(ClockRef.of(REQUEST, Metric.FIRST_RESPONSE, 1), "75%", DUE),
            new SlaEvent.UpdateDue(ClockRef.of(REQUEST, Metric.UPDATE, 2), DUE),
            new SlaEvent.OutcomeCorrected(CLOCK, "breached", "met", "late-event"),
            new NotificationEvent.AcknowledgementSent("d-1", Channel.CHAT, "default", TIME, DUE),
            new NotificationEvent.UpdateSent("d-2", Channel.CHAT, "default", TIME),
            new NotificationEvent.ReplyDelivered("d-3", "m-3", TIME),
            new NotificationEvent.AnswerSuggested("kb-9", 0.9),
            new NotificationEvent.AlertRaised("a-1", "breach:first-response", AlertLevel.BREACH),
            new NotificationEvent.AlertAcknowledged("a-1", "grace"),
            new NotificationEvent.AlertResolved("a-1", "answered"),
            new NotificationEvent.DeliveryFailed("d-4", DeliveryKind.REPLY, "exhausted", "m-3"));

    /** Events with what was added after their golden files were written, by the name of what it is. */
    static final Map<String, Event> ADDED = Map.of(
            "mood",
            new RequestEvent.RequestOpened(
                    "R-1043",
                    Priority.HIGH,
                    null,
                    "delivery",
                    null,
                    Channel.CHAT,
                    "default",
                    "conv-78",
                    null,
                    CUSTOMER,
                    "m-4",
                    "到底什么时候发货！！",
                    TIME,
                    null,
                    Mood.ANGRY),
            "sender",
            new RequestEvent.CustomerMessaged(
                    "m-5", "Me too", TIME, null, new Sender(Channel.SMS, "sales", "+15550101", false)),
            "conversation",
            new RequestEvent.ReceiptReceived(
                    "SM-1", "delivered", new ConversationRef(Channel.SMS, "default", "+15550100/+15550199")),
            "reason",
            new RequestEvent.RequestChanged(Priority.HIGH, null, "delivery", null, "angry-customer"),
            "delivery",
            new RequestEvent.ContactOptedOut(Channel.EMAIL, "default", "wang@example.com", "d-1"));

    private Samples() {}

    static StreamEvent at(long sequence, Event event) {
        return new StreamEvent(REQUEST, sequence, TIME, TRACE, event);
    }
}
