using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coppice.Forests.Tests.Support;

/// <summary>The runtime that others score ONNX with, by way of Node: <c>npm install --prefix .native onnxruntime-node</c> brings it.</summary>
internal static class OnnxRuntime
{
    private const string Script = """
        const [folder, modelPath, rowsPath, columns] = process.argv.slice(2);
        const ort = require(folder + '/onnxruntime-node');
        const fs = require('fs');
        (async () => {
          const bytes = fs.readFileSync(rowsPath);
          const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
          const session = await ort.InferenceSession.create(modelPath, { intraOpNumThreads: 1 });
          const out = await session.run({ features: new ort.Tensor('float32', values, [values.length / columns, +columns]) });
          for (const name of ['margin', 'value'])
            console.log(Buffer.from(out[name].data.buffer, out[name].data.byteOffset, out[name].data.length * 4).toString('base64'));
        })().catch(error => { console.error(error); process.exit(1); });
        """;

    /// <summary>Margins and values of dense rows; skips the test, saying why, where the runtime is missing.</summary>
    public static async Task<float[][]> RunAsync(byte[] model, float[] rows, int columns, CancellationToken cancellationToken)
    {
        string modules = Modules();
        string folder = Directory.CreateTempSubdirectory("onnx-").FullName;
        try
        {
            string[] files = [Path.Combine(folder, "run.js"), modules, Path.Combine(folder, "model.onnx"), Path.Combine(folder, "rows")];
            await File.WriteAllTextAsync(files[0], Script, cancellationToken);
            await File.WriteAllBytesAsync(files[2], model, cancellationToken);
            await File.WriteAllBytesAsync(files[3], MemoryMarshal.AsBytes<float>(rows).ToArray(), cancellationToken);
            using Process process = Process.Start(new ProcessStartInfo("node", [.. files, $"{columns}"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, await errors);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(line)).ToArray())];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Modules()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Coppice.slnx")))
            root = root.Parent;
        string modules = Environment.GetEnvironmentVariable("COPPICE_NODE_MODULES") ?? Path.Combine(root?.FullName ?? "", ".native", "node_modules");
        if (!Directory.Exists(Path.Combine(modules, "onnxruntime-node")))
            Assert.Skip($"onnxruntime-node is not in {modules}: npm install --prefix .native onnxruntime-node");
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "node"))))
            Assert.Skip("node is not on the PATH");
        return modules;
    }
}
