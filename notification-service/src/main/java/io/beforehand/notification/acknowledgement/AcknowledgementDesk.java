package io.beforehand.notification.acknowledgement;

import io.beforehand.notification.template.Templates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives out {@link Acknowledgements} in the wording of the moment. */
@ApplicationScoped
public class AcknowledgementDesk {

    private final Templates templates;
    private final AcknowledgementConfig config;

    AcknowledgementDesk(Templates templates, AcknowledgementConfig config) {
        this.templates = templates;
        this.config = config;
    }

    public Uni<Acknowledgements> now() {
        return templates
                .wording()
                .map(wording -> new Acknowledgements(new AcknowledgementText(wording, config.zone())));
    }
}
