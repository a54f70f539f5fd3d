using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Says whether a report is as it was written.</summary>
internal sealed class VerifyReportCommand : CoppiceCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "the page that coppice report wrote" };
    private readonly Option<bool> _audit = new("--audit") { Description = "ask the workspace too whether its audit has the entry the report names" };

    public VerifyReportCommand()
        : base("verify", "Say whether a report is as it was written.")
    {
        Arguments.Add(_file);
        Options.Add(_audit);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string path = context.Get(_file)!;
        if (!File.Exists(path))
            throw new CommandFailure($"There is no file {path}.");
        ReportCheck check = ReportSeal.Check(await File.ReadAllTextAsync(path, cancellationToken));
        string? audit = check.Report is { } report && context.Get(_audit) ? await AuditAsync(context, report.Audit, cancellationToken) : null;
        bool isWhole = check.IsWhole && audit is null;
        if (context.IsJson)
            context.Screen.Json(new { file = path, whole = isWhole, sentence = audit ?? check.Sentence, seal = check.Seal });
        else
        {
            string name = check.Report is { } known ? $"{known.Card.Model} {known.Version.Version} of {known.Workspace}: " : "";
            context.Screen.Line($"{name}{audit ?? check.Sentence}");
            if (isWhole && context.Get(_audit))
                context.Screen.Line($"  The audit of this workspace has that entry, and every entry follows from the one before.");
        }

        return isWhole ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>What is wrong with the audit, or null.</summary>
    private static async Task<string?> AuditAsync(CommandContext context, AuditExcerpt excerpt, CancellationToken cancellationToken)
    {
        await using ServerConnection connection = await context.ConnectAsync("report", cancellationToken);
        AuditPlace place = await connection.Client.GetAuditPlaceAsync(excerpt.Position, cancellationToken);
        if (place.Hash != excerpt.Hash)
            return $"The report says that entry {excerpt.Position} of the audit is {excerpt.Hash[..12]}…; in this workspace it is {place.Hash[..12]}….";
        return place.FirstBreak is { } at ? $"The audit of this workspace is broken at entry {at}." : null;
    }
}
