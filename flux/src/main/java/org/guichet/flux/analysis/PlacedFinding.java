package org.guichet.flux.analysis;

import org.guichet.flux.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding and the passage that it was made in.
 *
 * @param passage its position in the file, from 1; 0 for a finding outside of any passage
 * @param idTechnique of the passage; null when it has none, or there is no passage
 */
public record PlacedFinding(Finding finding, int passage, @Nullable String idTechnique) {}
