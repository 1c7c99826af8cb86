package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.Service;
import java.util.Map;

/** Nothing happens but what others do; whatever reaches the sinks is shown. */
final class Watching implements Programme {

    @Override
    public Map<String, String> settings(Service service) {
        return Map.of();
    }

    @Override
    public void begin(LocalStack stack, Screen screen) {
        stack.sink().onDelivery(delivery -> screen.event(SinkLine.of(delivery)));
        stack.mails().onMail(mail -> screen.event(MailLine.of(mail)));
        screen.line(Welcome.text(stack, screen.secondsPassed()));
    }

    @Override
    public void end() {
        // Nothing goes on that would have to.
    }
}
