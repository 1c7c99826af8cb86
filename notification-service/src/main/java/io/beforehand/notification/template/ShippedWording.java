package io.beforehand.notification.template;

import io.beforehand.notification.language.Language;
import io.beforehand.notification.template.Wording.Use;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The wording that comes with the product, one file per kind and language under {@code /wording}. */
final class ShippedWording {

    private static final Map<Use, TextTemplate> ALL = load();

    private ShippedWording() {}

    static TextTemplate of(TemplateKind kind, Language language) {
        return Objects.requireNonNull(ALL.get(anyChannel(kind, language)));
    }

    private static Map<Use, TextTemplate> load() {
        Map<Use, TextTemplate> all = new HashMap<>();
        for (TemplateKind kind : TemplateKind.values()) {
            for (Language language : Language.values()) {
                String text = read(kind.wireName() + "." + language.tag());
                all.put(anyChannel(kind, language), TextTemplate.parse(text, kind.places()));
            }
        }
        return all;
    }

    private static Use anyChannel(TemplateKind kind, Language language) {
        return new Use(kind, Use.ANY_CHANNEL, language);
    }

    private static String read(String name) {
        try (InputStream file = ShippedWording.class.getResourceAsStream("/wording/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no wording " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
