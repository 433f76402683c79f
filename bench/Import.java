import java.util.Arrays;
import org.guichet.roster.boundary.ImportTablesBench;
import org.guichet.roster.control.planning.ImportBench;

/**
 * What planning an import takes: 100,000 pupils, 150,000 parents and 5,000 teachers as their
 * programs export them, when nobody is known and when everybody is and nothing has changed. The
 * peer reads the same files with Apache Commons CSV and does nothing with them; both in turns.
 *
 * <p>With {@code tables}, what drafting and applying such an import takes on a database, beside bare
 * inserting of as many rows.
 *
 * <p>Arguments: {@code first} or {@code again}, how many pupils, how many rounds; or {@code tables}
 * and how many pupils.
 */
public final class Import {
  private Import() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("tables")) {
      ImportTablesBench.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    } else {
      ImportBench.main(arguments);
    }
  }
}
