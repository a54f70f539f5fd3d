namespace Coppice.Server.Customers.Inbox;

/// <summary>
/// Where people drop files: <c>inbox/</c> of the workspace. The first word of a name says what is in the file, as in
/// <c>events-2026-11.csv</c>; a file that was read is moved to <c>archive/</c>, one that cannot be read to <c>inbox/rejected/</c>.
/// </summary>
public sealed class InboxFolder(string workspaceFolder)
{
    private static readonly string[] Unfinished = [".part", ".tmp", ".partial", ".crdownload", ".filepart"];

    public string Path { get; } = System.IO.Path.Combine(workspaceFolder, "inbox");

    /// <summary>What a file holds, by the first word of its name; null where that is none of the kinds.</summary>
    public static IngestKind? KindOf(string name)
    {
        string word = new([.. name.TakeWhile(char.IsAsciiLetter)]);
        if (word.Equals("labels", StringComparison.OrdinalIgnoreCase))
            return IngestKind.Examples;
        return Enum.TryParse(word, ignoreCase: true, out IngestKind kind) ? kind : null;
    }

    /// <summary>Files that may be taken, in the order of their names.</summary>
    public IReadOnlyList<FileInfo> Files() =>
    [
        .. new DirectoryInfo(Path).EnumerateFiles()
            .Where(f => f.Name[0] != '.' && !Unfinished.Contains(f.Extension, StringComparer.OrdinalIgnoreCase))
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    /// <summary>Moves a file that was read; gives where to, relative to the workspace.</summary>
    public string Archive(string file, DateTimeOffset at) => Move(file, System.IO.Path.Combine(workspaceFolder, "archive", $"{at:yyyy-MM}"));

    /// <summary>Moves a file that cannot be read; gives where to, relative to the workspace.</summary>
    public string Reject(string file) => Move(file, System.IO.Path.Combine(Path, "rejected"));

    public string Absolute(string relative) => System.IO.Path.Combine(workspaceFolder, relative);

    private string Move(string file, string folder)
    {
        Directory.CreateDirectory(folder);
        string name = System.IO.Path.GetFileNameWithoutExtension(file);
        string extension = System.IO.Path.GetExtension(file);
        string target = System.IO.Path.Combine(folder, name + extension);
        for (int i = 2; File.Exists(target); i++)
            target = System.IO.Path.Combine(folder, $"{name}-{i}{extension}");
        File.Move(file, target);
        return System.IO.Path.GetRelativePath(workspaceFolder, target);
    }
}
