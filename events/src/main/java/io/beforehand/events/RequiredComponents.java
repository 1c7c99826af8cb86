package io.beforehand.events;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Refuses a decoded record one of whose components is missing without being {@link Nullable}; nested records as well. */
final class RequiredComponents {

    private record Component(RecordComponent component, boolean required, boolean nested) {}

    private static final ConcurrentHashMap<Class<?>, List<Component>> COMPONENTS = new ConcurrentHashMap<>();

    private RequiredComponents() {}

    static void check(Object value) throws IOException {
        for (Component component : COMPONENTS.computeIfAbsent(value.getClass(), RequiredComponents::componentsOf)) {
            Object part = valueOf(component.component(), value);
            if (part == null) {
                if (component.required()) {
                    throw new IOException("missing " + component.component().getName());
                }
            } else if (component.nested()) {
                check(part);
            }
        }
    }

    private static List<Component> componentsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(c -> new Component(
                        c, !isNullable(c.getAnnotatedType()), c.getType().isRecord()))
                .toList();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
