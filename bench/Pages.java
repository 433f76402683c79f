import org.guichet.deposit.boundary.PagesBench;

/**
 * What the server does for pages of a deposit of 200,000 passages: its own page, the last page of a
 * cause, a passage by its idTechnique, a part of the findings, and searches across deposits. The
 * peer is the same page of a deposit of 100 passages, in the same run; p95 is of the large one.
 *
 * <p>Arguments: how many passages; 200000 unless told. On PostgreSQL; needs a gigabyte of memory.
 */
public final class Pages {
  private Pages() {}

  public static void main(String[] arguments) throws Exception {
    PagesBench.main(arguments);
  }
}
