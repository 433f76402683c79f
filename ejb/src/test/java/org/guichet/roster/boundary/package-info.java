@NullMarked
package org.guichet.roster.boundary;

import org.jspecify.annotations.NullMarked;
