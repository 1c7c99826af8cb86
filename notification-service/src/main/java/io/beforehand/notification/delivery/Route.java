package io.beforehand.notification.delivery;

/**
 * How a delivery reaches its recipient.
 *
 * @param channel what people see: the customer's channel, or the type of the contact's method
 * @param address the customer's address on the channel, or the contact's id
 */
public record Route(Destination destination, String channel, String address) {

    /** To a customer, by the outlet of the channel account. */
    public static Route to(Destination.Outlet outlet, String address) {
        return new Route(outlet, outlet.channel().wireName(), address);
    }
}
