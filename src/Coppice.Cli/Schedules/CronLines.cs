using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Coppice.Cli.Invocation;

namespace Coppice.Cli.Schedules;

/// <summary>Lines of a crontab that retrain at the times of the definition file.</summary>
internal sealed class CronLines(UnitSettings settings) : IScheduleUnit
{
    public string Text
    {
        get
        {
            var text = new StringBuilder($"{Begin}\n");
            if (settings.Workspace.TimeZone.Id != TimeZoneInfo.Local.Id)
            {
                text.Append($"# Times are those of {settings.Workspace.TimeZone.Id}; cron on Debian and Ubuntu ignores CRON_TZ and takes them for {TimeZoneInfo.Local.Id}.\n");
                text.Append($"CRON_TZ={settings.Workspace.TimeZone.Id}\n");
            }

            Add(text, settings.Workspace.Schedule.Incremental, "incremental");
            Add(text, settings.Workspace.Schedule.Full, "full");
            return text.Append($"{End}\n").ToString();
        }
    }

    private string Begin => $"# coppice {settings.Workspace.Name}: written by coppice schedule install --cron";

    private string End => $"# coppice {settings.Workspace.Name}: end";

    public async Task<UnitChange> InstallAsync(CancellationToken cancellationToken)
    {
        string before = await ReadAsync(cancellationToken);
        await WriteAsync(Without(before) + Text, cancellationToken);
        return new UnitChange("added to your crontab; coppice schedule uninstall --cron takes it away", ["crontab -l"]);
    }

    public async Task<UnitChange> UninstallAsync(CancellationToken cancellationToken)
    {
        string before = await ReadAsync(cancellationToken);
        string after = Without(before);
        if (after == before)
            throw new CommandFailure($"Your crontab has no lines of {settings.Workspace.Name}.");
        await WriteAsync(after, cancellationToken);
        return new UnitChange("taken out of your crontab", ["crontab -l"]);
    }

    private void Add(StringBuilder text, string? times, string strategy)
    {
        if (times is null)
            return;
        string command = string.Join(' ', settings.Program.Append("retrain").Append("--strategy").Append(strategy).Append("--workspace").Append(settings.Folder).Select(Quote));
        text.Append($"{times} {command} >> {Quote(Path.Combine(settings.Folder, ".coppice", "cron.log"))} 2>&1\n");
    }

    private string Without(string crontab)
    {
        int from = crontab.IndexOf(Begin, StringComparison.Ordinal);
        int until = from < 0 ? -1 : crontab.IndexOf(End + "\n", from, StringComparison.Ordinal);
        return until < 0 ? crontab : crontab.Remove(from, until + End.Length + 1 - from);
    }

    // For the shell in single quotes; for cron, to which % is the end of the line, with a backslash.
    private static string Quote(string word)
    {
        string quoted = word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or ':') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
        return quoted.Replace("%", "\\%", StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var (code, text) = await RunAsync("-l", "", cancellationToken);
        // Without a crontab it ends with 1 and says so on standard error.
        return code == 0 ? text : "";
    }

    private static async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        var (code, _) = await RunAsync("-", text, cancellationToken);
        if (code != 0)
            throw new CommandFailure("crontab refused the lines; yours is as it was.");
    }

    private static async Task<(int Code, string Text)> RunAsync(string argument, string input, CancellationToken cancellationToken)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("crontab", argument) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            Task<string> complaint = process.StandardError.ReadToEndAsync(cancellationToken);
            string text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await complaint;
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, text);
        }
        catch (Win32Exception)
        {
            throw new CommandFailure("There is no program crontab on this machine; without --write the lines are only shown.");
        }
    }
}
