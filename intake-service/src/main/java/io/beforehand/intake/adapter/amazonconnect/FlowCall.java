package io.beforehand.intake.adapter.amazonconnect;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;

/** What a contact flow tells of the contact that runs through it. It alone knows the customer's number, and so opens requests. */
record FlowCall(JsonNode contact, String id) {

    static FlowCall of(JsonNode body) {
        JsonNode contact = body.path("Details").path("ContactData");
        return new FlowCall(contact, requiredText(contact, "ContactId"));
    }

    ChannelEvent read() {
        String initial = text(contact.path("InitialContactId"));
        String address = Endpoints.address(contact);
        String conversation = initial == null ? id : initial;
        return new ChannelEvent.Said(
                new Origin("call:" + id + "|flow", null, id, conversation, null),
                Endpoints.channel(contact),
                new Customer(
                        address == null ? "anonymous/" + conversation : address,
                        null,
                        null,
                        text(contact.path("LanguageCode")),
                        null),
                Content.typed(null));
    }
}
