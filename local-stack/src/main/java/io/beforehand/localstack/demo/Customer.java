package io.beforehand.localstack.demo;

/**
 * Somebody who writes.
 *
 * @param id also the part of the mail address before the at sign
 */
record Customer(String id, String name) {

    String address() {
        return id + "@customers.example.com";
    }
}
