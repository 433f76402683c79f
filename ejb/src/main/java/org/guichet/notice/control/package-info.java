/** How notices are kept, worded and handed to a mail server or a folder. */
@org.jspecify.annotations.NullMarked
package org.guichet.notice.control;
