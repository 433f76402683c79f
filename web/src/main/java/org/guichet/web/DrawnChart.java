package org.guichet.web;

import jakarta.faces.application.ResourceDependencies;
import jakarta.faces.component.FacesComponent;
import org.primefaces.component.chart.Chart;

/**
 * The chart of PrimeFaces without the scripts that it names: it would have them in the head of
 * every page that it may stand on, and half of them it doesn't need. {@code tags/charts.xhtml}
 * loads those that it does.
 */
@FacesComponent(DrawnChart.TYPE)
@ResourceDependencies({})
public class DrawnChart extends Chart {
  static final String TYPE = "org.guichet.web.DrawnChart";
}
