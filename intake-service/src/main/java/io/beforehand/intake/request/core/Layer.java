package io.beforehand.intake.request.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Values laid over others without changing them, so that a call that is refused leaves no trace. */
final class Layer<K, V> {

    private final Function<K, Optional<V>> below;
    private final Supplier<Map<K, V>> allBelow;
    private final Map<K, V> own = new LinkedHashMap<>();

    private Layer(Function<K, Optional<V>> below, Supplier<Map<K, V>> allBelow) {
        this.below = below;
        this.allBelow = allBelow;
    }

    static <K, V> Layer<K, V> over(Map<K, V> values) {
        return new Layer<>(key -> Optional.ofNullable(values.get(key)), () -> values);
    }

    Layer<K, V> another() {
        return new Layer<>(this::get, this::all);
    }

    /** What was put here over everything below: a copy, so for what is rare. */
    Map<K, V> all() {
        Map<K, V> all = new LinkedHashMap<>(allBelow.get());
        all.putAll(own);
        return all;
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
