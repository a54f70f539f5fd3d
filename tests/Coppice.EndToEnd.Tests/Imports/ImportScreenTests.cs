using Coppice.Cli.Imports;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Imports;

public sealed class ImportScreenTests
{
    [Fact]
    public void A_report_says_what_came_in_and_what_to_mend()
    {
        Assert.Equal(
            """
            orders.csv: 41,200 rows imported, 9 already known, 3 set aside · 2.3 s
              2025-01-01 to 2026-10-31 · 412 new customers · values sum to 1,234,568
              read as customer = client, time = date, value = total

            orders.csv:1187  "12/31/2026" is not a date in the form of the 1,186 rows before it (yyyy-MM-dd)
            orders.csv:2001  the customer is empty
            orders.csv:2002  "abc" is not a number
            3 rows set aside in orders.csv.rejected.csv. Mend them in orders.csv and import it again: nothing is
              counted twice.

              try: coppice stats  ·  coppice retrain

            """,
            TestScreen.Render(100, screen => ImportScreen.Write(screen, Some.Import, "orders.csv.rejected.csv")));
    }

    [Fact]
    public void More_rejects_than_a_report_carries_are_counted()
    {
        string text = TestScreen.Render(80, screen => ImportScreen.Write(screen, Some.Import with { SetAside = 12_345 }, "orders.csv.rejected.csv"));
        Assert.Contains("and 12,342 more", text);
        Assert.Contains("The first 3 of 12,345 rows set aside", text);
    }
}
