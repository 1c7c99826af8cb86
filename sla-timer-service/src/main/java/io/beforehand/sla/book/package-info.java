/**
 * What people edit, as far as all of it is alike: documents that are read strictly, with everything said at once that is
 * wrong with them ({@link io.beforehand.sla.book.Fields}), and kept in versions that never change ({@link
 * io.beforehand.sla.book.Versions}). Nothing is deleted: what is taken out of use stays readable for whatever goes by it.
 *
 * <p>Each kind of document has a revision in the database, raised by every change: whoever has read the versions since can
 * tell with one statement whether there are others by now, on whichever replica they were written.
 */
@NullMarked
package io.beforehand.sla.book;

import org.jspecify.annotations.NullMarked;
