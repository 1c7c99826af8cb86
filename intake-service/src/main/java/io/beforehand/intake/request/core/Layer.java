package io.beforehand.intake.request.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Values laid over others without changing them, so that a call that is refused leaves no trace. */
final class Layer<K, V> {

    private final Function<K, Optional<V>> below;
    private final Map<K, V> own = new LinkedHashMap<>();

    private Layer(Function<K, Optional<V>> below) {
        this.below = below;
    }

    static <K, V> Layer<K, V> over(Map<K, V> values) {
        return new Layer<>(key -> Optional.ofNullable(values.get(key)));
    }

    Layer<K, V> another() {
        return new Layer<>(this::get);
    }

    Optional<V> get(K key) {
        V value = own.get(key);
        return value == null ? below.apply(key) : Optional.of(value);
    }

    void put(K key, V value) {
        own.put(key, value);
    }

    /** Takes over what was put into a layer above this one. */
    void absorb(Layer<K, V> above) {
        own.putAll(above.own);
    }

    /** What was put here. */
    Map<K, V> own() {
        return own;
    }
}
