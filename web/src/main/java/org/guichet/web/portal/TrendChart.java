package org.guichet.web.portal;

import jakarta.faces.application.ResourceDependencies;
import jakarta.faces.component.FacesComponent;
import org.primefaces.component.chart.Chart;

/**
 * The chart of PrimeFaces without the scripts that it names: it would have them in the head of
 * every page that it may stand on, and half of them it doesn't need. The page that shows it loads
 * those that it does.
 */
@FacesComponent(TrendChart.TYPE)
@ResourceDependencies({})
public class TrendChart extends Chart {
  static final String TYPE = "org.guichet.web.portal.TrendChart";
}
