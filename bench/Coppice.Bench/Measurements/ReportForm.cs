namespace Coppice.Bench.Measurements;

/// <summary>For whom a report is written.</summary>
internal enum ReportForm
{
    /// <summary>People: a table on standard output.</summary>
    Table,

    /// <summary>Programs: one object per line on standard output, the table on standard error.</summary>
    Json,
}
