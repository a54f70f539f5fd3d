using System.Text;
using Coppice.Server.Files;

namespace Coppice.Server.Tests.Files;

/// <summary>Reads whole tables into lists, for assertions.</summary>
internal static class Table
{
    public static ITableReader Open(string text, TableOptions? options = null) => Open(Encoding.UTF8.GetBytes(text), options);

    public static ITableReader Open(byte[] bytes, TableOptions? options = null)
    {
        TableOpening opening = TableFile.Open(new MemoryStream(bytes), options);
        Assert.Null(opening.Problem);
        return opening.Reader!;
    }

    public static string? ProblemOf(byte[] bytes)
    {
        TableOpening opening = TableFile.Open(new MemoryStream(bytes));
        opening.Reader?.Dispose();
        return opening.Problem;
    }

    /// <summary>Each row as "line: cell|cell", or "line! reason".</summary>
    public static List<string> Rows(string text, TableOptions? options = null)
    {
        using ITableReader reader = Open(text, options);
        return Rows(reader);
    }

    public static List<string> Rows(ITableReader reader)
    {
        var rows = new List<string>();
        while (reader.Read())
        {
            if (reader.Rejection is not null)
            {
                rows.Add($"{reader.LineNumber}! {reader.Rejection}");
                continue;
            }

            var cells = new List<string>();
            for (int i = 0; i < reader.Header.Count; i++)
                cells.Add(reader.Cell(i).ToString());
            rows.Add($"{reader.LineNumber}: {string.Join('|', cells)}");
        }

        return rows;
    }
}
