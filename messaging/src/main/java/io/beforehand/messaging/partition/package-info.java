/** Which replica owns which partition: epochs that make a zombie's writes fail, and the positions reached. */
@NullMarked
package io.beforehand.messaging.partition;

import org.jspecify.annotations.NullMarked;
