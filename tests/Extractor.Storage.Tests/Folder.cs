namespace Extractor.Tests;

/// <summary>A folder for one test.</summary>
sealed class Folder : IDisposable
{
    public Folder()
    {
        Path = Directory.CreateTempSubdirectory("extractor-test-").FullName;
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
