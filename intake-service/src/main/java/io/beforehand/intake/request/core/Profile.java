package io.beforehand.intake.request.core;

import io.beforehand.events.Customer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a customer, out of what was said of him at different times. */
final class Profile {

    private Profile() {}

    /** What is said now, and what was said before where nothing is said now. */
    static Customer updated(Customer known, Customer said) {
        return new Customer(
                said.id(),
                or(said.name(), known.name()),
                or(said.tier(), known.tier()),
                or(said.locale(), known.locale()),
                or(said.address(), known.address()),
                or(said.timeZone(), known.timeZone()));
    }

    /** The customer in the language that he writes, if neither he nor the account has one yet. */
    static Customer writing(Customer customer, Defaults defaults, Optional<String> language) {
        return customer.locale() != null || defaults.locale() != null || language.isEmpty()
                ? customer
                : new Customer(
                        customer.id(),
                        customer.name(),
                        customer.tier(),
                        language.get(),
                        customer.address(),
                        customer.timeZone());
    }

    /** What is known of an identity, and of the person where nothing is known of it. */
    static Customer ofPerson(Customer identity, Customer person) {
        return new Customer(
                identity.id(),
                or(identity.name(), person.name()),
                or(identity.tier(), person.tier()),
                or(identity.locale(), person.locale()),
                identity.address(),
                or(identity.timeZone(), person.timeZone()));
    }

    /** The same person by another id, of which no address is known yet. */
    static Customer under(String id, Customer person) {
        return new Customer(id, person.name(), person.tier(), person.locale(), null, person.timeZone());
    }

    static Customer withTier(Customer customer, @Nullable String tier) {
        return new Customer(
                customer.id(),
                customer.name(),
                or(tier, customer.tier()),
                customer.locale(),
                customer.address(),
                customer.timeZone());
    }

    /** The customer with the account's defaults where nothing is known. */
    static Customer completed(Customer customer, Defaults defaults) {
        return new Customer(
                customer.id(),
                customer.name(),
                or(customer.tier(), defaults.tier()),
                or(customer.locale(), defaults.locale()),
                customer.address(),
                customer.timeZone());
    }

    static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
