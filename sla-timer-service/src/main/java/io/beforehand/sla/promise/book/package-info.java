/**
 * Promises that come with the deployment: one file with calendars and policies, such as a ConfigMap, that is put into force at the
 * start and whenever it changes.
 *
 * <p>{@link io.beforehand.sla.promise.book.PromiseFile} watches the file, {@link io.beforehand.sla.promise.book.PromiseFileReader} reads it
 * whole before any of it counts, and all of it is written in one transaction. What came with the
 * file and is not in it any more is taken out of use; what was put over HTTP is not the file's.
 */
@NullMarked
package io.beforehand.sla.promise.book;

import org.jspecify.annotations.NullMarked;
