using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces.Changes;

/// <summary>The definition file, what is wrong with a text of it, and which texts it has had.</summary>
public sealed class DefinitionOverview(DefinitionInForce inForce, DefinitionText file, DefinitionStore store, Database database)
{
    private const string Hint = "did you mean ";

    public DefinitionResponse Read()
    {
        var (text, hash) = file.Read();
        var found = Check(text);
        return new DefinitionResponse(text, hash, found.Problems, [.. found.InForce, .. found.NeedsRestart]);
    }

    public DefinitionCheck Check(string text)
    {
        var read = DefinitionFile.Parse(text);
        if (!read.IsValid)
            return new DefinitionCheck(Describe(text, read.Problems), [], []);
        var change = DefinitionChange.Between(inForce.Current, read.Definition);
        return new DefinitionCheck([], change.InForce, change.NeedsRestart);
    }

    public DefinitionHistory History(long? before, int most)
    {
        var texts = database.Read(session => store.Before(session, before ?? long.MaxValue, most + 1));
        return new DefinitionHistory(
            [.. texts.Take(most).Select(text => new DefinitionVersion(text.Id, text.At, text.Actor, text.Reason, text.Sha256, text.Text))],
            texts.Count > most ? texts[most - 1].Id : null);
    }

    private static List<DefinitionFault> Describe(string text, IReadOnlyList<DefinitionProblem> problems)
    {
        string[] lines = text.Split('\n');
        return [.. problems.Select(problem => new DefinitionFault(
            problem.Line,
            ColumnOf(problem, problem.Line <= lines.Length ? lines[problem.Line - 1] : ""),
            problem.Message,
            Nearest(problem.Message)))];
    }

    /// <summary>Where the key stands that a sentence begins with; else where the line begins to say something.</summary>
    private static int ColumnOf(DefinitionProblem problem, string line)
    {
        string path = problem.Message.Split([':', ' '], 2)[0];
        int key = line.IndexOf(path[(path.LastIndexOf('.') + 1)..], StringComparison.Ordinal);
        return (key >= 0 ? key : line.Length - line.TrimStart().Length) + 1;
    }

    private static string? Nearest(string sentence)
    {
        int start = sentence.IndexOf(Hint, StringComparison.Ordinal);
        int end = start < 0 ? -1 : sentence.IndexOf('?', start);
        return end < 0 ? null : sentence[(start + Hint.Length)..end];
    }
}
