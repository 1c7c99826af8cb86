package io.beforehand.intake.request.core;

/** How something that is reported names the request it is about. */
public sealed interface Target {

    record OfRequest(String requestId) implements Target {}

    /** The latest request of that conversation. */
    record OfConversation(ConversationKey conversation) implements Target {}
}
