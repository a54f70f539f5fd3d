using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces.Changes;

/// <summary>Puts another text in the place of the definition file, and what may change while the server runs in force.</summary>
public sealed class ChangeDefinition(DefinitionInForce inForce, DefinitionText file, DefinitionStore store, AuditStore audit, Database database, TimeProvider time)
{
    private const int ProblemsTold = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Checks the text, writes it and keeps the one before it.</summary>
    /// <param name="text">The new text.</param>
    /// <param name="expected">The digest of the text that it was made from.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops waiting for decisions under way.</param>
    /// <exception cref="RequestException">It has problems, the file has changed meanwhile, or a run does not end in time.</exception>
    public async Task<DefinitionChanged> RunAsync(string text, string expected, string actor, string? reason, CancellationToken cancellationToken)
    {
        var read = DefinitionFile.Parse(text);
        if (!read.IsValid)
            throw Invalid(read.Problems);
        var written = DefinitionText.Of(text);
        long asked = time.GetTimestamp();
        while (true)
        {
            var change = DefinitionChange.Between(inForce.Current, read.Definition);
            if (inForce.TryReplace(change.Next, () => Write(written, expected, actor, reason, change)))
                return new DefinitionChanged(written.Sha256, change.InForce, change.NeedsRestart);
            if (time.GetElapsedTime(asked) > Patience)
                throw new RequestException(DefinitionCodes.Deciding, "A run is under way and decides by the settings in force. Nothing was changed; try again when it has ended.", RefusalKind.Busy);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private void Write(WrittenText written, string expected, string actor, string? reason, DefinitionChange change)
    {
        var before = file.Read();
        if (before.Sha256 != expected)
        {
            throw new RequestException(
                DefinitionCodes.ChangedMeanwhile,
                $"{DefinitionFile.Name} is not the one this change was made from; somebody has changed it meanwhile. Read it again.",
                RefusalKind.Conflict);
        }

        database.Write(session =>
        {
            var now = time.GetUtcNow();
            // Whatever was written by hand is kept as well, from before the first change that comes after it.
            if (store.Before(session, long.MaxValue, 1) is not [var newest] || newest.Sha256 != before.Sha256)
                store.Add(session, new StoredDefinition(0, now, DefinitionFile.Name, null, before.Sha256, before.Text));
            store.Add(session, new StoredDefinition(0, now, actor, reason, written.Sha256, written.Text));
            audit.Append(session, actor, "change_definition", DefinitionFile.Name, new { before = before.Sha256, written.Sha256, reason, change.InForce, change.NeedsRestart });
            file.Write(written.Text);
        });
    }

    private static RequestException Invalid(IReadOnlyList<DefinitionProblem> problems)
    {
        string more = problems.Count > ProblemsTold ? $" There are {problems.Count - ProblemsTold} more." : "";
        return new RequestException(
            DefinitionCodes.Invalid,
            $"{DefinitionFile.Name} was not changed. {string.Join(" ", problems.Take(ProblemsTold).Select(problem => $"Line {problem.Line}: {problem.Message}."))}{more}",
            RefusalKind.BadInput);
    }
}
