using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Cli.Terminal;
using Coppice.Cli.Workspaces;
using Coppice.Client;

namespace Coppice.Cli.Imports;

/// <summary>Sends a file; what cannot be used is set aside beside it.</summary>
internal sealed class ImportCommand : CoppiceCommand
{
    private readonly Argument<string> _kind = WordChoices.Argument("KIND", "events", "profiles", "notes", "outcomes", "labels");
    private readonly Argument<string> _file = new("FILE") { Description = "CSV, NDJSON or columns parted by blanks" };

    private readonly Option<string[]> _map = ColumnMap.Option();
    private readonly Option<string?> _type = new("--type") { Description = "for events without a type column: the type of all of them", HelpName = "TYPE" };

    private readonly Option<string[]> _accept = new("--accept")
    {
        Description = "a finding that is meant and must not refuse the file: COP-QUALITY-001",
        HelpName = "CODE",
        AllowMultipleArgumentsPerToken = true,
    };

    public ImportCommand()
        : base("import", "Bring events, profiles, notes, outcomes or labelled rows in from a file.")
    {
        Arguments.Add(_kind);
        Arguments.Add(_file);
        Options.Add(_map);
        Options.Add(_type);
        Options.Add(_accept);
    }

    public override IReadOnlyList<string> Examples =>
        ["coppice import events orders.csv --type purchase", "coppice import events log.csv --map customer=user_id time=at value=amount"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string path = context.Get(_file)!;
        await using FileStream file = Open(path);
        List<string> mapping = [.. context.Get(_map) ?? []];
        if (context.Get(_type) is { } type)
            mapping.Add($"type:={type}");
        // A labelled row becomes an example; people call the file that holds them labels.
        string kind = context.Get(_kind) is "labels" ? "examples" : context.Get(_kind)!;
        await using ServerConnection connection = await context.ConnectAsync($"import {context.Get(_kind)}", cancellationToken);
        ImportReport report = await UploadBar.ShowAsync(
            context,
            file,
            content => connection.Client.ImportAsync(kind, content, Path.GetFileName(path), mapping, context.Get(_accept), cancellationToken));
        string? rejected = await RejectedRowsFile.WriteAsync(path, report.Rejects, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(report);
        else
            ImportScreen.Write(context.Screen, report, rejected);
        if (report.Imported + report.AlreadyKnown == 0)
        {
            context.Screen.Complain(report.RowsRead == 0
                ? $"{path} holds no rows."
                : $"Not one of {Figures.Counted(report.RowsRead, "row")} of {path} could be used.");
            return ExitCode.Failed;
        }

        return report.SetAside > 0 ? ExitCode.SomeRowsSetAside : ExitCode.Done;
    }

    internal static FileStream Open(string path)
    {
        if (Directory.Exists(path))
            throw new CommandFailure($"{path} is a folder; a file was expected.");
        if (!File.Exists(path))
            throw new CommandFailure($"There is no file {path}.");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
    }
}
