namespace Coppice.EndToEnd.Tests.Support;

/// <summary>A folder for one test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        FullName = Directory.CreateTempSubdirectory("coppice-test-").FullName;
    }

    public string FullName { get; }

    /// <summary>A folder with a definition file in it.</summary>
    public static TemporaryFolder WithWorkspace(string definition = "workspace: boutique\n")
    {
        var folder = new TemporaryFolder();
        folder.Write("coppice.yaml", definition);
        return folder;
    }

    public string PathOf(string name) => Path.Combine(FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Runs <c>coppice</c> here and waits for its end.</summary>
    public Task<CoppiceResult> RunAsync(params string[] arguments) => CoppiceProcess.RunAsync(FullName, arguments);

    /// <summary>Runs <c>coppice</c> here with variables of its own.</summary>
    public Task<CoppiceResult> RunAsync(IReadOnlyList<(string Name, string Value)> environment, params string[] arguments) => CoppiceProcess.RunAsync(FullName, environment, arguments);

    /// <summary>Starts <c>coppice</c> here.</summary>
    public CoppiceProcess Start(params string[] arguments) => CoppiceProcess.Start(FullName, arguments);

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullName, recursive: true);
        }
        catch (IOException)
        {
            // A killed process may still be letting go of its files.
        }
    }
}
