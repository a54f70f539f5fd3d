using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

/// <summary>What training asks of the operating system so that serving does not feel it.</summary>
internal static partial class ProcessEnvironment
{
    private const int CallingThread = 0;
    private const int LowNiceness = 10;
    private const int WhichProcess = 0;

    private static bool trims = OperatingSystem.IsLinux();

    /// <summary>One OpenMP thread that sleeps while it waits; must run before the library, and OpenMP with it, is loaded.</summary>
    public static void QuietOpenMP()
    {
        Set("OMP_NUM_THREADS", "1");
        Set("OMP_WAIT_POLICY", "PASSIVE");
    }

    /// <summary>Lowers the calling thread, and only it. On Linux a niceness belongs to a thread; .NET's own priorities do nothing there.</summary>
    public static void LowerThisThread()
    {
        if (OperatingSystem.IsLinux())
        {
            // Who = 0 is the calling thread. A refusal costs politeness, not correctness.
            _ = SetPriority(WhichProcess, CallingThread, LowNiceness);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        }
    }

    /// <summary>
    /// Gives back what training has freed. Each thread of training may get an allocation arena of its own, and glibc keeps what such an
    /// arena once held: fifty runs of a few megabytes grew the process by a quarter of a gigabyte.
    /// </summary>
    public static void ReturnFreedMemory()
    {
        if (!trims)
            return;
        try
        {
            _ = MallocTrim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl, which keeps no arenas.
            trims = false;
        }
    }

    internal static int NicenessOfThisThread() => GetPriority(WhichProcess, CallingThread);

    private static void Set(string name, string value)
    {
        // .NET keeps its own copy of the environment on Unix, which native code never sees.
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
        {
            _ = SetNativeVariable(name, value, overwrite: 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNativeVariable(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int MallocTrim(nuint kept);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int niceness);

    [LibraryImport("libc", EntryPoint = "getpriority")]
    private static partial int GetPriority(int which, int who);
}
