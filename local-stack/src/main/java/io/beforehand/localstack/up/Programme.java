package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.Service;
import java.util.Map;

/** What happens in a stack that is up, and what of it is shown. */
public interface Programme {

    /** Settings of a service that the programme needs to be other than usual, as environment variables. */
    Map<String, String> settings(Service service);

    /**
     * Begins; everything is ready, and the first request would get somewhere. Returns soon.
     *
     * @param screen takes lines from any thread
     */
    void begin(LocalStack stack, Screen screen);

    /** Ends what goes on, before the stack does. */
    void end();
}
