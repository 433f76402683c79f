/**
 * What people do with requests for assistance. The form and the pages behind mailed links are for
 * anybody, and throttled; everything else asks who calls.
 */
@org.jspecify.annotations.NullMarked
package org.guichet.assistance.boundary;
