using System.CommandLine;
using Coppice.Cli.Invocation;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Cli.Workspaces;

/// <summary>Writes a definition file; the only thing it needs is a folder.</summary>
internal sealed class InitCommand : CoppiceCommand
{
    private readonly Option<string?> _fromCsv = new("--from-csv") { Description = "infer the definition from a table of outcomes or of labelled rows", HelpName = "FILE" };
    private readonly Option<string?> _target = new("--target") { Description = "with --from-csv: the column to predict (default: purchased, churned, lifetime_value)", HelpName = "COLUMN" };
    private readonly Option<string?> _name = new("--name") { Description = "name of the workspace (default: the folder's)", HelpName = "N" };
    private readonly Option<bool> _force = new("--force") { Description = "replace an existing definition file" };

    public InitCommand()
        : base("init", "Write the definition file of a new workspace.")
    {
        Options.Add(_fromCsv);
        Options.Add(_target);
        Options.Add(_name);
        Options.Add(_force);
        Validators.Add(result =>
        {
            if (result.GetValue(_fromCsv) is null && result.GetValue(_target) is not null)
                result.AddError("--target COLUMN needs the table it stands in: --from-csv FILE.");
        });
    }

    public override IReadOnlyList<string> Examples => ["coppice init", "coppice init --from-csv outcomes.csv", "coppice init --from-csv telco.csv --target Churn"];

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string folder = context.FolderForNewWorkspace();
        string path = Path.Combine(folder, DefinitionFiles.FileName);
        if (File.Exists(path) && !context.Get(_force))
            throw new CommandFailure($"{path} exists already and was left as it is. --force replaces it.");
        string name = context.Get(_name) ?? NameFrom(folder);
        (string text, TableBrings? brings) = context.Get(_fromCsv) is { } table ? FromTable(name, table, context.Get(_target)) : (DefinitionFiles.Default(name), null);
        if (DefinitionFile.Parse(text).Problems is [var problem, ..])
            throw new CommandFailure($"No definition was written: {problem.Message}.");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, text, cancellationToken);
        if (context.IsJson)
            context.Screen.Json(new { workspace = name, file = path });
        else
        {
            context.Screen.Line($"wrote {path}");
            string rows = context.Get(_fromCsv) ?? "FILE";
            context.Screen.Hint(brings switch
            {
                TableBrings.LabelledRows => [$"coppice import labels {rows}", "coppice retrain"],
                TableBrings.Outcomes => ["coppice import notes FILE", $"coppice import outcomes {rows}"],
                TableBrings.NotesAndOutcomes => [$"coppice import notes {rows}", $"coppice import outcomes {rows}"],
                _ => ["coppice import events FILE", "coppice retrain"],
            });
        }

        return ExitCode.Done;
    }

    private static string NameFrom(string folder)
    {
        string words = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        string name = string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-')).Trim('-');
        return name.Length == 0 ? "workspace" : name[..Math.Min(name.Length, 60)];
    }

    private static (string Text, TableBrings? Brings) FromTable(string name, string table, string? target)
    {
        if (!File.Exists(table))
            throw new CommandFailure($"There is no file {table}.");
        return DefinitionFiles.FromTable(name, table, target);
    }
}
