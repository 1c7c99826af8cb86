package io.beforehand.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import org.junit.jupiter.api.Test;

class DestinationTest {

    @Test
    void aDestinationIsReadBackFromItsKeyWhateverItsName() {
        Destination outlet = new Destination.Outlet(Channel.CHAT, "shop/北京");
        Destination contact = new Destination.ContactMethod("team/a", 2);

        assertThat(Destination.parse(outlet.key())).isEqualTo(outlet);
        assertThat(Destination.parse(contact.key())).isEqualTo(contact);
    }
}
