/** What signatures are made of: keyed digests over raw bytes, compared in constant time, within a window both ways. */
@NullMarked
package io.beforehand.intake.adapter.signature;

import org.jspecify.annotations.NullMarked;
