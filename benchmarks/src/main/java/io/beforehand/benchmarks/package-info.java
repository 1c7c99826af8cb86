/** How fast the running system is. Each benchmark is a package of its own beside what they share; {@code ./beforehand bench NAME} runs one. */
@NullMarked
package io.beforehand.benchmarks;

import org.jspecify.annotations.NullMarked;
