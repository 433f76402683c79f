import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a bench prints: ours beside its peer, pair by pair. */
public final class Ratio {
  private Ratio() {}

  public static void report(String name, String unit, List<Double> ours, List<Double> peers) {
    double[] our = ours.stream().mapToDouble(Double::doubleValue).toArray();
    double[] peer = peers.stream().mapToDouble(Double::doubleValue).toArray();
    double[] ratios = new double[our.length];
    for (int i = 0; i < our.length; i++) {
      ratios[i] = our[i] / peer[i];
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%s ratio=%.2f ours=%.2f%s peer=%.2f%s n=%d min=%.2f max=%.2f%n",
        name,
        median(ratios),
        median(our),
        unit,
        median(peer),
        unit,
        our.length,
        ratios[0],
        ratios[ratios.length - 1]);
  }

  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
