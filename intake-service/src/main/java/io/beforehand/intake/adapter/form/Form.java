package io.beforehand.intake.adapter.form;

import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A form as channels post it, in either of the two ways of HTML; its fields are bytes until somebody knows their charset. */
public record Form(List<FormPart> parts) {

    private static final String MULTIPART = "multipart/form-data";
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    public Form {
        parts = List.copyOf(parts);
    }

    public static boolean isOne(Delivery delivery) {
        return delivery.mediaType().equals(MULTIPART) || delivery.mediaType().equals(URL_ENCODED);
    }

    /** @throws MalformedDeliveryException if it is none, or beyond the limits */
    public static Form of(Delivery delivery) {
        return new Form(
                delivery.mediaType().equals(MULTIPART)
                        ? new MultipartReader(
                                        delivery.body(),
                                        delivery.header("content-type").orElse(""))
                                .read()
                        : UrlEncoded.read(delivery.body()));
    }

    /**
     * As it is, if each name comes once. Where a sender's own words are in a form, another field of the same name may be
     * his as well.
     *
     * @throws MalformedDeliveryException if one is repeated
     */
    public Form withoutRepetition() {
        Set<String> names = new HashSet<>();
        for (FormPart part : parts) {
            if (!names.add(part.name())) {
                throw new MalformedDeliveryException("a field of the form comes twice");
            }
        }
        return this;
    }

    /** The first of that name. */
    public Optional<FormPart> first(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The first of that name as UTF-8; empty if it is missing or says nothing. */
    public Optional<String> text(String name) {
        return first(name).map(FormPart::text).filter(text -> !text.isEmpty());
    }
}
