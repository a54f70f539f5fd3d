using System.Buffers;
using System.Text;
using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving.Batches;

/// <summary>
/// The sender's file with answers beside each row: <c>purchase_score</c>, <c>purchase_version</c>, <c>purchase_prediction_id</c>, of an amount
/// also <c>clv_low</c> and <c>clv_high</c>, where the model has costs <c>purchase_decision</c>, and <c>purchase_reasons</c> where reasons were asked for. The sender's own cells keep what they held;
/// text that we add never begins like a formula.
/// </summary>
public sealed class CsvAnswers
{
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");

    /// <summary>Weaker reasons would read as nothing.</summary>
    private const double WeakestReason = 0.005;

    private readonly char _delimiter;
    private readonly IReadOnlyList<ModelDefinition> _models;
    private readonly int _reasons;
    private readonly SearchValues<char> _special;

    /// <summary>For a table of the sender's kind.</summary>
    /// <param name="delimiter">What the sender's cells are apart by.</param>
    /// <param name="models">Who answers.</param>
    /// <param name="reasons">How many reasons every answer has.</param>
    public CsvAnswers(char delimiter, IReadOnlyList<ModelDefinition> models, int reasons)
    {
        _delimiter = delimiter;
        _models = models;
        _reasons = reasons;
        _special = SearchValues.Create([delimiter, '"', '\r', '\n']);
    }

    /// <summary>Names of the models that companions answer for first: what these said, and both times, stand beside the score.</summary>
    public IReadOnlyCollection<string> WithCompanion { get; init; } = [];

    public void Header(StringBuilder text, IReadOnlyList<string> columns)
    {
        var taken = columns.ToHashSet();
        foreach (string column in columns)
            Cell(text, column);
        foreach (var model in _models)
        {
            foreach (string what in Names(model))
                Cell(text, Free($"{model.Name}_{what}", taken));
        }

        End(text);
    }

    /// <summary>One row with an answer of each model; one that is null leaves its cells empty.</summary>
    public void Row(StringBuilder text, IReadOnlyList<string> cells, IEnumerable<PredictionResponse?> answers)
    {
        foreach (string cell in cells)
            Cell(text, cell);
        foreach (var (model, answer) in _models.Zip(answers))
        {
            Cell(text, Number(answer?.Score));
            if (model.Costs is not null)
                Cell(text, answer?.Decision ?? "");
            if (model.Predicts == PredictionKind.Amount)
            {
                Cell(text, Number(answer?.Low));
                Cell(text, Number(answer?.High));
            }

            Cell(text, Harmless(answer?.Version ?? ""));
            Cell(text, Harmless(answer?.PredictionId ?? ""));
            if (WithCompanion.Contains(model.Name))
            {
                Cell(text, Number(answer?.QuickScore));
                Cell(text, Time(answer?.AnsweredAt));
                Cell(text, Time(answer?.RefinedAt));
            }

            if (_reasons > 0)
                Cell(text, Harmless(InWords(answer?.Reasons ?? [])));
        }

        End(text);
    }

    private IEnumerable<string> Names(ModelDefinition model)
    {
        string[] names = model.Predicts == PredictionKind.Amount ? ["score", "low", "high", "version", "prediction_id"]
            : model.Costs is null ? ["score", "version", "prediction_id"] : ["score", "decision", "version", "prediction_id"];
        if (WithCompanion.Contains(model.Name))
            names = [.. names, "quick_score", "answered_at", "refined_at"];
        return _reasons == 0 ? names : names.Append("reasons");
    }

    private static string Number(double? value) => value?.ToString("R") ?? "";

    private static string Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("O") ?? "";

    private static string InWords(IEnumerable<PredictionReason> reasons) => string.Join(
        "; ",
        reasons.Where(r => Math.Abs(r.Contribution) >= WeakestReason).Select(r => $"{r.Words}{(r.Quote is { } quote ? $" “{quote}”" : "")} {InputWords.WithSign(r.Contribution)}"));

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
