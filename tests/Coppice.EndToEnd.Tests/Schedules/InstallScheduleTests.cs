using System.Diagnostics;
using System.Xml.Linq;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Schedules;

public sealed class InstallScheduleTests
{
    [Fact]
    public async Task The_service_is_one_that_systemd_accepts()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        string text = (await folder.RunAsync("schedule", "install", "--systemd")).Exits(0).Output;

        Assert.Contains("Restart=on-failure", text);
        Assert.Contains("ProtectSystem=strict", text);
        Assert.Contains($"ReadWritePaths={folder.FullName}", text);
        if (!File.Exists("/usr/bin/systemd-analyze"))
            Assert.Skip("systemd-analyze is not here: systemd's own check of the unit was left out.");
        string unit = folder.Write("coppice-test.service", text);
        using Process verify = Process.Start(new ProcessStartInfo("systemd-analyze", ["verify", unit]) { UseShellExecute = false, RedirectStandardError = true })!;
        string complaints = await verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verify.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("coppice-test.service", complaints);
        Assert.Equal(0, verify.ExitCode);
    }

    [Fact]
    public async Task The_agent_is_a_property_list()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        string text = (await folder.RunAsync("schedule", "install", "--launchd")).Exits(0).Output;

        XElement root = XDocument.Parse(text).Root!;

        Assert.Equal("plist", root.Name.LocalName);
        var keys = root.Element("dict")!.Elements("key").Select(k => k.Value).ToList();
        Assert.Contains("KeepAlive", keys);
        Assert.Equal(keys.Count * 2, root.Element("dict")!.Elements().Count());
        Assert.Contains(folder.FullName, root.Descendants("string").Select(s => s.Value));
    }

    [Fact]
    public async Task The_lines_of_cron_have_the_times_of_the_definition()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition + "time_zone: Asia/Tokyo\nschedule:\n  incremental: \"15 4 * * *\"\n  full: off\n");

        string text = (await folder.RunAsync("schedule", "install", "--cron")).Exits(0).Output;

        string line = Assert.Single(text.Split('\n'), l => l.Contains(" retrain ", StringComparison.Ordinal));
        Assert.StartsWith("15 4 * * * ", line);
        Assert.Contains("--strategy incremental", line);
        Assert.Contains("CRON_TZ=Asia/Tokyo", text);
    }

    [Fact]
    public async Task What_is_installed_can_be_taken_away_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither crontab nor launchd.");
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        string home = folder.PathOf("home");
        Directory.CreateDirectory(home);
        string crontab = folder.PathOf("crontab");
        await File.WriteAllTextAsync(crontab, "#!/bin/sh\nif [ \"$1\" = -l ]; then cat \"$HOME/tab\" 2>/dev/null; else cat > \"$HOME/tab\"; fi\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(crontab, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await File.WriteAllTextAsync(Path.Combine(home, "tab"), "0 1 * * * mine\n", TestContext.Current.CancellationToken);
        (string, string)[] environment = [("HOME", home), ("PATH", $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}")];
        string plist = Path.Combine(home, "Library", "LaunchAgents", "dev.coppice.boutique.plist");

        foreach (string kind in (string[])["--launchd", "--cron", "--cron"])
            (await folder.RunAsync(environment, "schedule", "install", kind, "--write")).Exits(0);
        Assert.True(File.Exists(plist));
        string installed = await File.ReadAllTextAsync(Path.Combine(home, "tab"), TestContext.Current.CancellationToken);
        Assert.StartsWith("0 1 * * * mine\n", installed);
        Assert.Equal(2, installed.Split(" retrain ").Length - 1);

        foreach (string kind in (string[])["--launchd", "--cron"])
            (await folder.RunAsync(environment, "schedule", "uninstall", kind)).Exits(0);
        Assert.False(File.Exists(plist));
        Assert.Equal("0 1 * * * mine\n", await File.ReadAllTextAsync(Path.Combine(home, "tab"), TestContext.Current.CancellationToken));
        Assert.Contains("nothing was installed", (await folder.RunAsync(environment, "schedule", "uninstall", "--launchd")).Exits(1).Error);
    }

    [Fact]
    public async Task One_kind_is_asked_for()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);

        Assert.Contains("One of --systemd, --launchd and --cron is needed.", (await folder.RunAsync("schedule", "install")).Exits(2).Error);
        Assert.Contains("install", (await folder.RunAsync("schedule")).Exits(2).Output);
        Assert.Contains("did you mean install?", (await folder.RunAsync("schedule", "instal")).Exits(2).Error);
    }
}
