using System.Buffers;
using System.Text;
using Coppice.Client;

namespace Coppice.Server.Serving.Batches;

/// <summary>
/// The sender's file with answers beside each row: <c>purchase_score</c>, <c>purchase_version</c>, <c>purchase_prediction_id</c>. The
/// sender's own cells keep what they held; text that we add never begins like a formula.
/// </summary>
public sealed class CsvAnswers
{
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    private readonly char _delimiter;
    private readonly SearchValues<char> _special;

    public CsvAnswers(char delimiter)
    {
        _delimiter = delimiter;
        _special = SearchValues.Create([delimiter, '"', '\r', '\n']);
    }

    public void Header(StringBuilder text, IReadOnlyList<string> columns, IEnumerable<string> models)
    {
        var taken = columns.ToHashSet();
        foreach (string column in columns)
            Cell(text, column);
        foreach (string model in models)
        {
            foreach (string what in (ReadOnlySpan<string>)["score", "version", "prediction_id"])
                Cell(text, Free($"{model}_{what}", taken));
        }

        End(text);
    }

    /// <summary>One row; an answer that is null leaves its cells empty.</summary>
    public void Row(StringBuilder text, IReadOnlyList<string> cells, IEnumerable<PredictionResponse?> answers)
    {
        foreach (string cell in cells)
            Cell(text, cell);
        foreach (var answer in answers)
        {
            Cell(text, answer?.Score.ToString("R") ?? "");
            Cell(text, Harmless(answer?.Version ?? ""));
            Cell(text, Harmless(answer?.PredictionId ?? ""));
        }

        End(text);
    }

    private static string Harmless(string added) => added.Length > 0 && FormulaStarts.Contains(added[0]) ? "'" + added : added;

    // A file that was answered before is answered again beside its first answers; readers want every column to have its own name.
    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
            free = $"{name}_{i}";
        return free;
    }

    private void Cell(StringBuilder text, string cell)
    {
        if (cell.AsSpan().ContainsAny(_special))
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            text.Append(cell);
        text.Append(_delimiter);
    }

    private static void End(StringBuilder text)
    {
        text.Length--;
        text.Append('\n');
    }
}
