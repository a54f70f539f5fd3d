using Coppice.XGBoost.Native;

namespace Coppice.XGBoost.Tests.Native;

public sealed class LibraryLoaderTests
{
    private static readonly string Nowhere = Path.Combine(AppContext.BaseDirectory, "nowhere");

    [Fact]
    public void A_named_file_or_its_folder_is_taken()
    {
        string installed = TrainingJob.LibraryPath;

        LoadedLibrary byFile = LibraryLoader.Load(installed, Nowhere);
        LoadedLibrary byFolder = LibraryLoader.Load(Path.GetDirectoryName(installed), Nowhere);

        Assert.Equal(installed, byFile.Path);
        Assert.Equal(Path.GetDirectoryName(installed), Path.GetDirectoryName(byFolder.Path));
        Assert.Equal(TrainingJob.LibraryVersion, byFolder.Version);
    }

    [Fact]
    public void A_file_beside_the_application_comes_before_the_system_loader()
    {
        string folder = Directory.CreateTempSubdirectory("coppice-").FullName;
        try
        {
            string beside = Path.Combine(folder, "libxgboost.so.0");
            File.Copy(TrainingJob.LibraryPath, beside);

            Assert.Equal(beside, LibraryLoader.Load(explicitPath: null, folder).Path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_named_file_that_is_absent_is_an_error_and_nothing_else_is_tried()
    {
        var refusal = Assert.Throws<XGBoostException>(() => LibraryLoader.Load("/nowhere/libxgboost.so.0", Nowhere));

        Assert.Equal("XGBoost 1.7 was expected at /nowhere/libxgboost.so.0, but there is no such file (COPPICE_XGBOOST_LIBRARY names it).", refusal.Message);
        Assert.Equal("/nowhere/libxgboost.so.0", refusal.LibraryPath);
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused_in_one_line()
    {
        string assembly = typeof(Booster).Assembly.Location;

        var refusal = Assert.Throws<XGBoostException>(() => LibraryLoader.Load(assembly, Nowhere));

        Assert.StartsWith($"XGBoost 1.7 was expected at {assembly}, but that file cannot be loaded", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void Another_library_is_refused()
    {
        string other = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.*").FirstOrDefault()
            ?? throw new InvalidOperationException("The runtime's own native library was expected beside it.");

        var refusal = Assert.Throws<XGBoostException>(() => LibraryLoader.Load(other, Nowhere));

        Assert.EndsWith("but that file is another library.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.7.0")]
    [InlineData("1.7.6")]
    public void Any_1_7_is_accepted(string version) => LibraryLoader.RequireSupported(Version.Parse(version), "libxgboost.so.0");

    [Theory]
    [InlineData("1.6.2")]
    [InlineData("2.0.3")]
    public void Another_version_is_refused_with_what_was_expected_found_and_where(string version)
    {
        var refusal = Assert.Throws<XGBoostException>(() => LibraryLoader.RequireSupported(Version.Parse(version), "/opt/libxgboost.so"));

        Assert.Equal($"XGBoost 1.7 was expected, but {version} was found at /opt/libxgboost.so.", refusal.Message);
        Assert.Equal(Version.Parse(version), refusal.LibraryVersion);
    }

    [Fact]
    public void A_missing_library_is_one_line_that_says_how_to_get_it()
    {
        string message = XGBoostException.LibraryMissing("looked everywhere").Message;

        Assert.DoesNotContain('\n', message);
        Assert.All(["apt-get install libxgboost0", "macOS", "Windows", "COPPICE_XGBOOST_LIBRARY"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
