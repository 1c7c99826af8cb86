/** tmp */
@org.jspecify.annotations.NullMarked
package io.beforehand.events;
