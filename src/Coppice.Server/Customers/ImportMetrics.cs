using System.Diagnostics.Metrics;
using Coppice.Server.Http.Metrics;

namespace Coppice.Server.Customers;

/// <summary>How many rows were imported, and what became of them.</summary>
public sealed class ImportMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _rows = meters.Create(MeterNames.Coppice).CreateCounter<long>("coppice_import_rows_total", null, "Rows of imports: added, known already, or set aside.");

    public void Count(string kind, long added, long known, long setAside)
    {
        Count(kind, "added", added);
        Count(kind, "known", known);
        Count(kind, "set_aside", setAside);
    }

    private void Count(string kind, string result, long rows)
    {
        if (rows > 0)
            _rows.Add(rows, new("kind", kind), new("result", result));
    }
}
